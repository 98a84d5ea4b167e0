namespace LocalBridge.Rules;

/// <summary>Specifies whether a rule takes part in matching.</summary>
public enum RuleState
{
    /// <summary>The rule matches events. The default.</summary>
    Enabled,

    /// <summary>The rule matches nothing.</summary>
    Disabled,
}
