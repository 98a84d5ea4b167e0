using CsCheck;

namespace LocalBridge.Json.Tests.Support;

/// <summary>Runs a property over generated values that are the same in every run: CsCheck itself only fixes the first one.</summary>
internal static class FixedSeed
{
    private const int Stream = 1;
    private const ulong Seed = 20_261_123;

    internal static void Check<T>(this Gen<T> generator, int iterations, Func<T, bool> property, Func<T, string> print)
    {
        var random = new PCG(Stream, Seed);
        for (int i = 0; i < iterations; i++)
        {
            T value = generator.Generate(random, null, out _);
            bool holds;
            try
            {
                holds = property(value);
            }
            catch (Exception unexpected)
            {
                throw new AssertionException($"Iteration {i} threw for {print(value)}", unexpected);
            }

            if (!holds)
            {
                Assert.Fail($"Iteration {i} does not hold for {print(value)}");
            }
        }
    }
}
