namespace LocalBridge.Rules;

/// <summary>The parts of an envelope that a pattern looks at.</summary>
[Flags]
internal enum EnvelopeFields
{
    None = 0,

    /// <summary>What all events of one source and detail type have in common: these two, and version, account and Region.</summary>
    Route = 1,

    /// <summary>What is the event's own, but not in its detail: id, time, resources, or a field that no envelope has.</summary>
    Head = 2,

    /// <summary>The detail.</summary>
    Detail = 4,
}
