namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Names how much chance there is in the delay of a <see cref="Retrier"/>.</summary>
public enum JitterStrategy
{
    /// <summary>The delay is exact.</summary>
    None,

    /// <summary>The delay is anything between nothing and the computed delay.</summary>
    Full,
}
