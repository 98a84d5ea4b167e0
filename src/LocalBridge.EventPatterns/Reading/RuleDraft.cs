using LocalBridge.EventPatterns.Compiled;

namespace LocalBridge.EventPatterns.Reading;

/// <summary>A sub-rule while its pattern is being read: the fields collected so far, the latest for each path, and the branches taken.</summary>
internal sealed class RuleDraft
{
    private readonly Dictionary<string, FieldCondition> _fields;

    public RuleDraft()
        : this(new Dictionary<string, FieldCondition>(StringComparer.Ordinal), "")
    {
    }

    private RuleDraft(Dictionary<string, FieldCondition> fields, string branch)
    {
        _fields = fields;
        Branch = branch;
    }

    public string Branch { get; }

    public int FieldCount => _fields.Count;

    public void Set(FieldCondition condition) => _fields[condition.Path] = condition;

    public RuleDraft Fork(string branch) =>
        new(new Dictionary<string, FieldCondition>(_fields, StringComparer.Ordinal), Branch.Length == 0 ? branch : $"{Branch}, {branch}");

    public SubRule Freeze() => new(Branch, [.. _fields.Values.OrderBy(condition => condition.Path, StringComparer.Ordinal)]);
}
