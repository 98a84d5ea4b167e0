namespace LocalBridge.Rules;

/// <summary>What stands in storage of a rule.</summary>
/// <param name="Text">The rule with its targets as JSON.</param>
/// <param name="Version">Its version; <see langword="null"/> when it is not known, since a rule of the code was put over whatever was stored.</param>
internal sealed record RuleRecord(string Text, long? Version);
