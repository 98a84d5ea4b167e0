using System.Collections.Immutable;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Represents one half of a number picture, analysed: how numbers that are not negative, or negative, are written.</summary>
internal sealed record NumberSubPicture
{
    internal required string Text { get; init; }

    internal required string Prefix { get; init; }

    internal required string Suffix { get; init; }

    /// <summary>Gets where grouping separators stand in the integer part, as digits right of them.</summary>
    internal required ImmutableArray<int> IntegerGroups { get; init; }

    /// <summary>Gets the distance of grouping separators that repeat to the left; zero where they stand as written.</summary>
    internal required int RegularGroup { get; init; }

    /// <summary>Gets where grouping separators stand in the fraction, as digits left of them.</summary>
    internal required ImmutableArray<int> FractionGroups { get; init; }

    internal required int MinimumIntegerDigits { get; init; }

    internal required int MinimumFractionDigits { get; init; }

    internal required int MaximumFractionDigits { get; init; }

    /// <summary>Gets how many integer digits the mantissa has; what an exponent is chosen for.</summary>
    internal required int ScalingFactor { get; init; }

    /// <summary>Gets the least number of digits of the exponent; zero where there is none.</summary>
    internal required int MinimumExponentDigits { get; init; }
}
