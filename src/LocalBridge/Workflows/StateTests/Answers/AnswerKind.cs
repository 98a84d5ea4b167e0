namespace LocalBridge.Workflows.StateTests.Answers;

/// <summary>Names the types in the answers of services, as far as JSON tells them apart.</summary>
internal enum AnswerKind
{
    /// <summary>Any JSON value.</summary>
    Any,

    /// <summary>An object with named members.</summary>
    Structure,

    /// <summary>An array.</summary>
    List,

    /// <summary>An object whose members are all of one type.</summary>
    Map,

    /// <summary>A string, a time among them.</summary>
    Text,

    /// <summary>Bytes as a base64 string.</summary>
    Bytes,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,
}
