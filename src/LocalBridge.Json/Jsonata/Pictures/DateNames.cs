namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Holds the English names of months and days.</summary>
internal static class DateNames
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Returns the names of a component, the first for the number one; <see langword="null"/> where it has none.</summary>
    internal static string[]? Of(char component) => component switch
    {
        'M' or 'x' => Months,
        'F' => Days,
        _ => null,
    };
}
