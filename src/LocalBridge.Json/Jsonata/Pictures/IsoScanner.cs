namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>
/// Takes an ISO 8601 text apart in two steps, as the reference does: the shape (D3110 where it is wrong), then the ranges (NaN). A day up
/// to 31 counts in every month and rolls over into the next one.
/// </summary>
/// <param name="text">The text.</param>
internal ref struct IsoScanner(ReadOnlySpan<char> text)
{
    private const int LastHourOfZone = 23;

    private ReadOnlySpan<char> _rest = text;

    /// <summary>Reads the text.</summary>
    /// <returns><see langword="false"/> where it does not have the shape.</returns>
    internal bool TryScan(out double milliseconds)
    {
        milliseconds = double.NaN;
        if (!TryDigits(4, '9', out int year))
        {
            return false;
        }

        // What looks like a month or a day may be the zone behind: 2018-02-23:59.
        return TryScan(year, hasMonth: true, hasDay: true, out milliseconds)
            || TryScan(year, hasMonth: true, hasDay: false, out milliseconds)
            || TryScan(year, hasMonth: false, hasDay: true, out milliseconds)
            || TryScan(year, hasMonth: false, hasDay: false, out milliseconds);
    }

    private readonly bool TryScan(int year, bool hasMonth, bool hasDay, out double milliseconds)
    {
        milliseconds = double.NaN;
        IsoScanner scanner = this;
        int month = 1;
        int day = 1;
        if ((hasMonth && !scanner.TryPart('1', out month)) || (hasDay && !scanner.TryPart('3', out day)))
        {
            return false;
        }

        (int Hour, int Minute, int Second)? time = scanner.TryTime();
        if (!scanner.TryFraction(out double? fraction) || !scanner.TryZone(out int? zone) || !scanner._rest.IsEmpty)
        {
            return false;
        }

        (int hour, int minute, int second) = time ?? default;
        bool isInRange = month is >= 1 and <= 12
            && day is >= 1 and <= 31
            && (hour < 24 || (hour == 24 && minute == 0 && second == 0 && fraction is null or 0))
            && zone is not null;

        // A fraction and a zone other than Z belong to a time, a day to a month.
        if (isInRange && (time is not null || (fraction is null && zone == 0)) && (hasMonth || !hasDay))
        {
            milliseconds = EcmaDate.Make(year, month - 1, day, hour, minute, second, fraction ?? 0) - (zone!.Value * 60_000d);
        }

        return true;
    }

    private bool TryPart(char largestFirst, out int value)
    {
        value = 0;
        return TrySkip('-') && TryDigits(2, largestFirst, out value);
    }

    private (int Hour, int Minute, int Second)? TryTime()
    {
        IsoScanner ahead = this;
        if (ahead.TrySkip('T') && ahead.TryDigits(2, '2', out int hour)
            && ahead.TrySkip(':') && ahead.TryDigits(2, '5', out int minute)
            && ahead.TrySkip(':') && ahead.TryDigits(2, '5', out int second))
        {
            this = ahead;
            return (hour, minute, second);
        }

        return null;
    }

    private bool TryFraction(out double? milliseconds)
    {
        milliseconds = null;
        if (!TrySkip('.'))
        {
            return true;
        }

        milliseconds = 0;
        double worth = 100;
        int count = 0;
        for (; !_rest.IsEmpty && char.IsAsciiDigit(_rest[0]); _rest = _rest[1..], count++)
        {
            milliseconds += count < 3 ? (_rest[0] - '0') * worth : 0;
            worth /= 10;
        }

        return count > 0;
    }

    // The zone in minutes; null where its hours are too many.
    private bool TryZone(out int? minutes)
    {
        minutes = 0;
        if (_rest.IsEmpty || TrySkip('Z'))
        {
            return true;
        }

        bool isWest = _rest[0] == '-';
        if (!(TrySkip('-') || TrySkip('+')) || !TryDigits(2, '2', out int hours))
        {
            return false;
        }

        _ = TrySkip(':');
        if (!TryDigits(2, '5', out int rest))
        {
            return false;
        }

        int total = (hours * 60) + rest;
        minutes = hours > LastHourOfZone ? null : isWest ? -total : total;
        return true;
    }

    private bool TrySkip(char mark)
    {
        if (_rest.IsEmpty || _rest[0] != mark)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    private bool TryDigits(int count, char largestFirst, out int value)
    {
        value = 0;
        if (_rest.Length < count || _rest[0] < '0' || _rest[0] > largestFirst)
        {
            return false;
        }

        foreach (char digit in _rest[..count])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        _rest = _rest[count..];
        return true;
    }
}
