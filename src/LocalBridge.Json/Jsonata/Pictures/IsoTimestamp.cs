namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>$toMillis and $fromMillis without a picture: ISO 8601.</summary>
internal static class IsoTimestamp
{
    private const double FirstOfYear0 = -62_167_219_200_000;
    private const double FirstOfYear10000 = 253_402_300_800_000;

    /// <summary>Writes a moment, as <c>2017-11-07T15:07:54.972Z</c>.</summary>
    internal static string Format(double milliseconds, string? timeZone = null)
    {
        double time = EcmaDate.Clip(milliseconds);
        if (timeZone is not null || !(time >= FirstOfYear0 && time < FirstOfYear10000))
        {
            return DatePicture.Iso.Format(milliseconds, timeZone);
        }

        double days = Math.Floor(time / EcmaDate.MillisecondsPerDay);
        (long year, int month, int day) = EcmaDate.DateOf((long)days);
        int ofDay = (int)(time - (days * EcmaDate.MillisecondsPerDay));
        return string.Create(24, (year, month, day, ofDay), static (text, moment) =>
        {
            Write(text[..4], (int)moment.year);
            text[4] = '-';
            Write(text[5..7], moment.month);
            text[7] = '-';
            Write(text[8..10], moment.day);
            text[10] = 'T';
            Write(text[11..13], moment.ofDay / 3_600_000);
            text[13] = ':';
            Write(text[14..16], moment.ofDay / 60_000 % 60);
            text[16] = ':';
            Write(text[17..19], moment.ofDay / 1000 % 60);
            text[19] = '.';
            Write(text[20..23], moment.ofDay % 1000);
            text[23] = 'Z';
        });
    }

    /// <summary>Reads a moment.</summary>
    /// <returns>The milliseconds since 1970; NaN where the parts are in no range of a date, such as month 13.</returns>
    /// <exception cref="JsonataException">D3110: the text does not look like ISO 8601.</exception>
    internal static double Read(string text)
    {
        var scanner = new IsoScanner(text);
        return scanner.TryScan(out double milliseconds) ? milliseconds : throw LibraryFault.Create("D3110", text);
    }

    private static void Write(Span<char> target, int value)
    {
        for (int i = target.Length - 1; i >= 0; i--)
        {
            target[i] = (char)('0' + (value % 10));
            value /= 10;
        }
    }
}
