namespace LocalBridge.Json.Jsonata.Sequences;

/// <summary>Decides which of two values comes first.</summary>
internal interface ISwapRule
{
    /// <summary>Tells whether the left value, given by its number, comes after the right one.</summary>
    bool ComesAfter(int left, int right);
}
