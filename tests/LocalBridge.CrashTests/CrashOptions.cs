using System.Globalization;

namespace LocalBridge.CrashTests;

/// <summary>What a run is about; given as <c>--name value</c>.</summary>
public sealed record CrashOptions
{
    public bool IsChild { get; init; }

    /// <summary>Which store: <see cref="CrashStore"/>.</summary>
    public string Store { get; init; } = "sqlite";

    /// <summary>Where the store keeps its data: a file, or a connection string.</summary>
    public string? Target { get; init; }

    /// <summary>The folder where the children write down what they promise, each into a file of its own.</summary>
    public string? Logs { get; init; }

    /// <summary>How many children share the store at a time. SQLite serves one.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Which of them this child is, from 0; it starts and publishes what falls to it by number.</summary>
    public int Place { get; init; }

    /// <summary>Which start of a child this is; no two are the same.</summary>
    public int Instance { get; init; }

    /// <summary>Decides when the child is killed; a failing run is repeated by its seed.</summary>
    public int Seed { get; init; } = Environment.TickCount & 0xFFFF;

    public int Executions { get; init; } = 2_000;

    public int Events { get; init; } = 20_000;

    public int Kills { get; init; } = 50;

    /// <summary>The longest time in milliseconds that a child is let live.</summary>
    public int LongestLife { get; init; } = 1_000;

    /// <summary>Whether an execution or event falls to this child.</summary>
    internal bool IsMine(int number) => number % Processes == Place;

    public static CrashOptions Parse(string[] args)
    {
        var options = new CrashOptions();
        for (int i = 0; i < args.Length; i++)
        {
            string Value() => i + 1 < args.Length ? args[++i] : throw new ArgumentException($"The option '{args[i]}' needs a value.");
            int Number() => int.Parse(Value(), CultureInfo.InvariantCulture);
            options = args[i] switch
            {
                "--child" => options with { IsChild = true },
                "--store" => options with { Store = Value() },
                "--target" => options with { Target = Value() },
                "--logs" => options with { Logs = Value() },
                "--processes" => options with { Processes = Number() },
                "--place" => options with { Place = Number() },
                "--instance" => options with { Instance = Number() },
                "--seed" => options with { Seed = Number() },
                "--executions" => options with { Executions = Number() },
                "--events" => options with { Events = Number() },
                "--kills" => options with { Kills = Number() },
                "--life" => options with { LongestLife = Number() },
                _ => throw new ArgumentException(
                    $"The option '{args[i]}' is unknown. Known are --store, --target, --processes, --seed, --executions, --events, --kills and --life."),
            };
        }

        return options;
    }
}
