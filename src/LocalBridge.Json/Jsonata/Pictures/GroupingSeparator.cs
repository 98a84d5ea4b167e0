namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Represents a separator between digits.</summary>
/// <param name="Position">How many digits stand right of it.</param>
/// <param name="Text">The separator: one code point.</param>
internal readonly record struct GroupingSeparator(int Position, string Text)
{
    /// <summary>Returns the distance of separators that stand at 1, 2, 3 … times one distance; zero where they do not.</summary>
    internal static int RegularDistance(IReadOnlyList<int> positions)
    {
        int distance = 0;
        foreach (int position in positions)
        {
            distance = (int)System.Numerics.BigInteger.GreatestCommonDivisor(distance, position);
        }

        for (int i = 1; i <= positions.Count; i++)
        {
            if (!positions.Contains(i * distance))
            {
                return 0;
            }
        }

        return distance;
    }
}
