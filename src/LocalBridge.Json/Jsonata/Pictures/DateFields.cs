namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Holds a moment taken apart into the fields that a picture can show.</summary>
internal readonly struct DateFields
{
    private const double MillisecondsPerWeek = 7 * EcmaDate.MillisecondsPerDay;

    private readonly double _time;
    private readonly long _year;
    private readonly int _month;
    private readonly int _day;
    private readonly int _millisecondOfDay;

    /// <summary>Takes milliseconds since 1970 apart.</summary>
    internal DateFields(double milliseconds)
    {
        _time = EcmaDate.Clip(milliseconds);
        if (!IsDate)
        {
            return;
        }

        double days = Math.Floor(_time / EcmaDate.MillisecondsPerDay);
        (_year, _month, _day) = EcmaDate.DateOf((long)days);
        _millisecondOfDay = (int)(_time - (days * EcmaDate.MillisecondsPerDay));
    }

    /// <summary>Gets whether the milliseconds are in the range of dates; every field of what is no date is NaN.</summary>
    internal bool IsDate => !double.IsNaN(_time);

    internal bool IsAfternoon => _millisecondOfDay >= 12 * 3_600_000;

    private int Hour => _millisecondOfDay / 3_600_000;

    /// <summary>Returns a field that is a number, by the letter of its component.</summary>
    internal double Get(char component) => IsDate ? GetOfDate(component) : double.NaN;

    private double GetOfDate(char component) => component switch
    {
        'Y' => _year,
        'M' => _month,
        'D' => _day,
        'd' => ((EcmaDate.Utc(_year, _month - 1, _day) - EcmaDate.Utc(_year, 0)) / EcmaDate.MillisecondsPerDay) + 1,
        'F' => WeekdayOf(_time),
        'W' => WeekOf(new Period(_year, 0), isYear: true),
        'w' => WeekOf(new Period(_year, _month - 1), isYear: false),
        'X' => WeekYear(),
        'x' => WeekMonth(),
        'H' => Hour,
        'h' => Hour % 12 == 0 ? 12 : Hour % 12,
        'm' => _millisecondOfDay / 60_000 % 60,
        's' => _millisecondOfDay / 1000 % 60,
        'f' => _millisecondOfDay % 1000,
        _ => double.NaN,
    };

    private static int WeekdayOf(double time)
    {
        // 1970-01-01 was a Thursday; the days of the week are numbered from Monday, 1, to Sunday, 7.
        double day = (Math.Floor(time / EcmaDate.MillisecondsPerDay) + 3) % 7;
        return (int)(day < 0 ? day + 7 : day) + 1;
    }

    private double WeekOf(Period period, bool isYear)
    {
        double today = EcmaDate.Utc(_year, _month - 1, _day);
        double week = ((today - period.FirstWeek) / MillisecondsPerWeek) + 1;
        if (week > (isYear ? 52 : 4))
        {
            // It may be the first week of what follows.
            week = today >= period.Next(isYear).FirstWeek ? 1 : week;
        }
        else if (week < 1)
        {
            week = ((today - period.Previous(isYear).FirstWeek) / MillisecondsPerWeek) + 1;
        }

        return Math.Floor(week);
    }

    private double WeekYear()
    {
        var year = new Period(_year, 0);
        return _time < year.FirstWeek ? _year - 1 : _time >= year.Next(isYear: true).FirstWeek ? _year + 1 : _year;
    }

    private double WeekMonth()
    {
        var month = new Period(_year, _month - 1);
        Period shown = _time < month.FirstWeek ? month.Previous(isYear: false)
            : _time >= month.Next(isYear: false).FirstWeek ? month.Next(isYear: false)
            : month;
        return shown.Month + 1;
    }

    /// <summary>A year or a month whose weeks are counted; its first week is the one that holds its first Thursday (ISO 8601).</summary>
    private readonly record struct Period(long Year, int Month)
    {
        internal double FirstWeek
        {
            get
            {
                double first = EcmaDate.Utc(Year, Month);
                int weekday = WeekdayOf(first);
                return first + ((weekday > 4 ? 8 - weekday : 1 - weekday) * EcmaDate.MillisecondsPerDay);
            }
        }

        internal Period Next(bool isYear) => isYear ? new Period(Year + 1, Month) : Month == 11 ? new Period(Year + 1, 0) : new Period(Year, Month + 1);

        internal Period Previous(bool isYear) => isYear ? new Period(Year - 1, Month) : Month == 0 ? new Period(Year - 1, 11) : new Period(Year, Month - 1);
    }
}
