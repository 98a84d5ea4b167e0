namespace LocalBridge.Rules;

/// <summary>Tells the rules of one bus apart by their names, so that a rule takes the place of its former self.</summary>
internal sealed class RuleNameComparer : IEqualityComparer<RegisteredRule>
{
    public bool Equals(RegisteredRule? x, RegisteredRule? y) => string.Equals(x?.Name, y?.Name, StringComparison.Ordinal);

    public int GetHashCode(RegisteredRule obj) => obj.Name.GetHashCode(StringComparison.Ordinal);
}
