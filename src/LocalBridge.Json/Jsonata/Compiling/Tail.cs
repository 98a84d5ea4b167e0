namespace LocalBridge.Json.Jsonata.Compiling;

/// <summary>Says what a part's result is to the function around it.</summary>
internal enum Tail
{
    /// <summary>The function goes on with it.</summary>
    None,

    /// <summary>It is the function's result.</summary>
    Call,

    /// <summary>It is the result of a function that is called in place.</summary>
    Inlined,

    /// <summary>It is the function's result behind predicates: the reference implementation applies those to the call that is still to be made.</summary>
    Boxed,
}
