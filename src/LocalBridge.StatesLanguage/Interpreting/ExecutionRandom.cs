namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>The sequence of random numbers of one execution (SplitMix64): its whole state is one number, so that it survives a checkpoint.</summary>
internal sealed class ExecutionRandom(ulong seed)
{
    internal ulong State { get; private set; } = seed;

    internal ulong Next()
    {
        State += 0x9E3779B97F4A7C15;
        ulong mixed = State;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Returns a number from 0 to below 1.</summary>
    internal double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));
}
