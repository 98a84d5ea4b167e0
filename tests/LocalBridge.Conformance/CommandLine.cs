using System.Globalization;

namespace LocalBridge.Conformance;

/// <summary>Represents the arguments of the program.</summary>
/// <param name="Directory">The directory of conformance data; <see langword="null"/> for the default one.</param>
/// <param name="Area">The area, corpus, or <c>corpus/area</c> to run; <see langword="null"/> for all.</param>
/// <param name="Failures">How many failures are shown in detail.</param>
/// <param name="JsonFile">The file that receives the outcomes as JSON; <see langword="null"/> for none.</param>
internal sealed record CommandLine(string? Directory, string? Area, int Failures, string? JsonFile)
{
    /// <summary>How the program is called.</summary>
    public const string Usage =
        "usage: LocalBridge.Conformance [DIRECTORY] [--area NAME] [--failures N] [--json FILE]\n" +
        "  DIRECTORY     conformance data (default: $LOCALBRIDGE_CONFORMANCE, else ../shared/conformance beside the repository)\n" +
        "  --area NAME   run only this area ('core'), corpus ('event-patterns') or both ('event-patterns/core')\n" +
        "  --failures N  show expected and actual of the first N failures\n" +
        "  --json FILE   write the outcomes as JSON\n" +
        "exit code: 0 all passed, 1 some failed, 2 wrong arguments or data that is missing";

    /// <summary>Parses the arguments.</summary>
    /// <exception cref="FormatException">An argument is unknown, repeated, or lacks its value.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var result = new CommandLine(null, null, 0, null);
        for (int index = 0; index < arguments.Count; index++)
        {
            string argument = arguments[index];
            result = argument switch
            {
                "--area" => result with { Area = Value(arguments, ++index) },
                "--failures" => result with { Failures = Number(Value(arguments, ++index)) },
                "--json" => result with { JsonFile = Value(arguments, ++index) },
                _ when argument.StartsWith('-') => throw new FormatException($"The option '{argument}' is unknown."),
                _ when result.Directory is not null => throw new FormatException($"There is a second directory: '{argument}'."),
                _ => result with { Directory = argument },
            };
        }

        return result;
    }

    private static string Value(IReadOnlyList<string> arguments, int index) => index < arguments.Count
        ? arguments[index]
        : throw new FormatException($"The option '{arguments[index - 1]}' needs a value.");

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number
        : throw new FormatException($"'{text}' is not a number of failures: expected 0 or more.");
}
