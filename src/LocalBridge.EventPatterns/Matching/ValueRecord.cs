namespace LocalBridge.EventPatterns.Matching;

/// <summary>A value found inside an array element: it can be used only together with values of the same element.</summary>
internal struct ValueRecord
{
    /// <summary>The path of the value.</summary>
    public int Path;

    /// <summary>The innermost array element around it.</summary>
    public int Scope;

    /// <summary>Where the value starts in the event.</summary>
    public int Start;

    /// <summary>How long it is, quotes included.</summary>
    public int Length;

    /// <summary>Where its sinks start, once they are filled in.</summary>
    public int FirstHit;

    /// <summary>How many there are.</summary>
    public int HitCount;
}
