using System.Globalization;

namespace LocalBridge.Benchmarks.Durability;

/// <summary>What a load took and cost in the process that ran it.</summary>
internal readonly record struct LoadCost(long Microseconds, long Transactions, long Bytes, long CpuMicroseconds)
{
    internal static LoadCost Parse(string line)
    {
        long[] numbers = Array.ConvertAll(line.Split(' '), static text => long.Parse(text, CultureInfo.InvariantCulture));
        return new LoadCost(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    internal string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Microseconds} {Transactions} {Bytes} {CpuMicroseconds}");

    /// <summary>Returns what this and another process cost that ran at the same time.</summary>
    internal LoadCost With(in LoadCost other) => new(
        Math.Max(Microseconds, other.Microseconds), Transactions + other.Transactions, Bytes + other.Bytes, CpuMicroseconds + other.CpuMicroseconds);
}
