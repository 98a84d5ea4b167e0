namespace LocalBridge.Json.Reading;

/// <summary>Holds what the parser knows about one open array or object.</summary>
internal struct JsonReadFrame
{
    /// <summary>The shape of the last object that ended at this depth: the next one mostly has the same.</summary>
    internal JsonObjectShape? LastShape;

    /// <summary>The shape the names have followed so far; null once they have left it.</summary>
    internal JsonObjectShape? Predicted;

    /// <summary>The positions of the names read, where the object has many and does not follow a prediction.</summary>
    internal Dictionary<string, int>? Index;

    /// <summary>Where the container's values and names begin.</summary>
    internal int ValueStart;
    internal int NameStart;

    /// <summary>How many different names have been read.</summary>
    internal int NameCount;

    /// <summary>The member that the next value is for.</summary>
    internal int Member;

    internal bool IsObject;

    internal void Open(bool isObject, int valueStart, int nameStart)
    {
        IsObject = isObject;
        ValueStart = valueStart;
        NameStart = nameStart;
        NameCount = 0;
        Index = null;
        Predicted = isObject ? LastShape : null;
    }
}
