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

        int month = TryPart('-', '1') ?? 1;
        int day = TryPart('-', '3') ?? 1;
        (int Hour, int Minute, int Second)? time = TryTime();
        if (!TryFraction(out double fraction) || !TryZone(out int? zone) || !_rest.IsEmpty)
        {
            return false;
        }

        (int hour, int minute, int second) = time ?? default;

        // A zone other than Z belongs to a time; the fraction of a second that is not there is not looked at.
        fraction = time is null ? 0 : fraction;
        bool isInRange = month is >= 1 and <= 12
            && day is >= 1 and <= 31
            && (hour < 24 || (hour == 24 && minute == 0 && second == 0 && fraction == 0))
            && zone is not null
            && (time is not null || zone == 0);
        if (isInRange)
        {
            milliseconds = EcmaDate.Make(year, month - 1, day, hour, minute, second, fraction) - (zone!.Value * 60_000d);
        }

        return true;
    }

    // Optional parts that begin with a mark: where what follows does not fit, the part is not there, and the rest decides.
    private int? TryPart(char mark, char largestFirst)
    {
        IsoScanner ahead = this;
        if (ahead.TrySkip(mark) && ahead.TryDigits(2, largestFirst, out int value))
        {
            this = ahead;
            return value;
        }

        return null;
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

    private bool TryFraction(out double milliseconds)
    {
        milliseconds = 0;
        if (!TrySkip('.'))
        {
            return true;
        }

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
