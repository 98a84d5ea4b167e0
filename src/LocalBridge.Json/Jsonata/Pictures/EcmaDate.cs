namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Calculates with milliseconds since 1970 as ECMAScript's Date does: any year, overflow of every part, NaN for what is no date.</summary>
internal static class EcmaDate
{
    internal const double MillisecondsPerDay = 86_400_000;

    // The last millisecond that is a date, and a bound of the year well outside of it.
    private const double LargestTime = 8.64e15;
    private const double LargestYear = 400_000;

    private const int DaysFrom0000To1970 = 719_468;
    private const int DaysPerEra = 146_097;

    /// <summary>Returns the milliseconds of a date in UTC, as Date.UTC: years 0 to 99 mean 1900 to 1999.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, counted from zero.</param>
    /// <param name="day">The day of the month, counted from one.</param>
    /// <param name="hour">The hour.</param>
    /// <param name="minute">The minute.</param>
    /// <param name="second">The second.</param>
    /// <param name="millisecond">The millisecond.</param>
    internal static double Utc(double year, double month, double day = 1, double hour = 0, double minute = 0, double second = 0, double millisecond = 0)
    {
        year = Math.Truncate(year);
        return Make(year is >= 0 and <= 99 ? 1900 + year : year, month, day, hour, minute, second, millisecond);
    }

    /// <summary>Returns the milliseconds of a date in UTC with the year as it stands.</summary>
    internal static double Make(double year, double month, double day, double hour, double minute, double second, double millisecond)
    {
        month = Math.Truncate(month);
        double wholeYear = year + Math.Floor(month / 12);
        if (!(Math.Abs(wholeYear) < LargestYear))
        {
            return double.NaN;
        }

        double days = DaysOf((long)wholeYear, (int)(month - (Math.Floor(month / 12) * 12)) + 1, 1) + Math.Truncate(day) - 1;
        double time = (((((Math.Truncate(hour) * 60) + Math.Truncate(minute)) * 60) + Math.Truncate(second)) * 1000) + Math.Truncate(millisecond);
        return Clip((days * MillisecondsPerDay) + time);
    }

    /// <summary>Returns whole milliseconds, or NaN outside of the range of dates.</summary>
    internal static double Clip(double time) => Math.Abs(time) <= LargestTime ? Math.Truncate(time) + 0.0 : double.NaN;

    /// <summary>Returns the days from 1970-01-01 to a date of the Gregorian calendar, month and day counted from one.</summary>
    internal static long DaysOf(long year, int month, int day)
    {
        // The year is taken to begin in March, so that the leap day is its last; 400 years make an era.
        year -= month <= 2 ? 1 : 0;
        long era = (year >= 0 ? year : year - 399) / 400;
        long yearOfEra = year - (era * 400);
        long dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * DaysPerEra) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - DaysFrom0000To1970;
    }

    /// <summary>Returns the date that lies some days after 1970-01-01.</summary>
    internal static (long Year, int Month, int Day) DateOf(long days)
    {
        days += DaysFrom0000To1970;
        long era = (days >= 0 ? days : days - (DaysPerEra - 1)) / DaysPerEra;
        long dayOfEra = days - (era * DaysPerEra);
        long yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        long dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        int monthFromMarch = (int)(((5 * dayOfYear) + 2) / 153);
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, (int)(dayOfYear - (((153 * monthFromMarch) + 2) / 5)) + 1);
    }
}
