using System.Globalization;

namespace LocalBridge.StatesLanguage.Waiting;

/// <summary>Reads and writes the timestamps of the States Language: the RFC 3339 profile of ISO 8601 with an upper-case <c>T</c> and a
/// zone, <c>Z</c> or an offset.</summary>
internal static class Rfc3339
{
    private const string WriteFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string ExactFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    internal static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length < 20 || text[10] != 'T' || !TryReadZone(text[19..], out int zoneStart))
        {
            return false;
        }

        // .NET keeps seven digits of a second; further ones are cut, not refused (the service accepts nanoseconds).
        ReadOnlySpan<char> fraction = text.Slice(19, zoneStart);
        Span<char> shortened = stackalloc char[35];
        text[..19].CopyTo(shortened);
        int kept = Math.Min(fraction.Length, 8);
        fraction[..kept].CopyTo(shortened[19..]);
        ReadOnlySpan<char> zone = text[(19 + zoneStart)..];
        zone.CopyTo(shortened[(19 + kept)..]);
        return DateTimeOffset.TryParseExact(
            shortened[..(19 + kept + zone.Length)],
            kept == 0 ? "yyyy-MM-dd'T'HH:mm:ssK" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal,
            out time);
    }

    /// <summary>Formats with as many digits of a second as there are, so that nothing is lost.</summary>
    internal static string FormatExactly(DateTimeOffset time) => time.UtcDateTime.ToString(ExactFormat, CultureInfo.InvariantCulture);

    internal static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(WriteFormat, CultureInfo.InvariantCulture);

    /// <summary>Finds where the zone begins behind an optional fraction.</summary>
    private static bool TryReadZone(ReadOnlySpan<char> rest, out int zoneStart)
    {
        zoneStart = 0;
        if (rest[0] == '.')
        {
            zoneStart = 1;
            while (zoneStart < rest.Length && char.IsAsciiDigit(rest[zoneStart]))
            {
                zoneStart++;
            }

            if (zoneStart == 1)
            {
                return false;
            }
        }

        ReadOnlySpan<char> zone = rest[zoneStart..];
        return zone is "Z" || (zone.Length == 6 && zone[0] is '+' or '-' && zone[3] == ':');
    }
}
