using System.Collections.Immutable;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Reads a moment by a picture: takes the text apart, then fills in what the picture does not have.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once.</remarks>
internal sealed class DateReader
{
    // Which components make a date or a time together: Y M D; Y d; X-less week dates of a month (x w F) and of a year (X W F).
    private const string DateLetters = "YXMxWwdD";
    private const int MonthDate = 0b1010_0001;
    private const int YearDayDate = 0b1000_0010;
    private const int MonthWeekDate = 0b0101_0100;
    private const int YearWeekDate = 0b0100_1000;

    private const string TimeLetters = "PHhmsf";
    private const int FullTime = 0b01_0111;
    private const int HalfDayTime = 0b10_1111;

    private readonly ImmutableArray<DatePartReader> _parts;

    /// <exception cref="JsonataException">D3130, D3133: a marker cannot be read.</exception>
    internal DateReader(ImmutableArray<DatePart> parts) => _parts = [.. parts.Select(static part => DatePartReader.Create(part))];

    internal double? Read(string text, double now)
    {
        int[] ends = new int[_parts.Length];
        if (!new DateTextMatcher(_parts, text, ends).TryMatch())
        {
            return null;
        }

        DateComponents components = default;
        int start = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            if (_parts[i].Component != '\0')
            {
                components.WasRead = true;
                components.Set(_parts[i].Component, _parts[i].Read(text.AsSpan(start, ends[i] - start)));
            }

            start = ends[i];
        }

        return components.IsEmpty ? null : Combine(ref components, now);
    }

    private static double Combine(ref DateComponents components, double now)
    {
        int date = components.MaskOf(DateLetters);
        bool isYearDay = !Fits(date, MonthDate) && Fits(date, YearDayDate);
        if (Fits(date, MonthWeekDate) || Fits(date, YearWeekDate))
        {
            // The reference does not read dates by weeks.
            throw LibraryFault.Create("D3136");
        }

        int time = components.MaskOf(TimeLetters);
        bool isHalfDay = !Fits(time, FullTime) && Fits(time, HalfDayTime);
        FillIn(ref components, (isYearDay ? "YD" : "YMD") + (isHalfDay ? "Phmsf" : "Hmsf"), new DateFields(now));

        double month = components['M'] is > 0 and var given ? given - 1 : 0;
        double day = components['D'] ?? double.NaN;
        if (isYearDay)
        {
            double first = EcmaDate.Utc(components['Y']!.Value, 0);
            var derived = new DateFields(first + ((components['d']!.Value - 1) * EcmaDate.MillisecondsPerDay));
            month = derived.Get('M') - 1;
            day = derived.Get('D');
        }

        double hour = components['H'] ?? double.NaN;
        if (isHalfDay)
        {
            hour = components['h'] == 12 ? 0 : components['h']!.Value;
            hour += components['P'] == 1 ? 12 : 0;
        }

        double moment = EcmaDate.Utc(
            components['Y']!.Value, month, day, hour, components['m']!.Value, components['s']!.Value, components['f']!.Value);
        double zone = Zone(components['Z']) ?? Zone(components['z']) ?? 0;
        return moment - (zone * 60_000);
    }

    // Components larger than the first one given are those of now, smaller than the last one are the least there is; between
    // two given ones none may be missing.
    private static void FillIn(ref DateComponents components, string wanted, DateFields now)
    {
        bool hasStarted = false;
        bool hasEnded = false;
        foreach (char component in wanted)
        {
            if (components[component] is not null)
            {
                hasStarted = true;
                if (hasEnded)
                {
                    throw LibraryFault.Create("D3136");
                }
            }
            else if (hasStarted)
            {
                components.Set(component, component is 'M' or 'D' ? 1 : 0);
                hasEnded = true;
            }
            else
            {
                components.Set(component, now.Get(component));
            }
        }
    }

    private static double? Zone(double? minutes) => minutes is { } value && value != 0 && !double.IsNaN(value) ? value : null;

    private static bool Fits(int mask, int kind) => (mask & ~kind) == 0 && (mask & kind) != 0;
}
