using CsCheck;

namespace LocalBridge.StatesLanguage.Tests.Support;

/// <summary>Makes random definitions that are hard to draw: choices, catchers and loops lead from anywhere to anywhere, also to their own state.</summary>
internal static class TangleGenerator
{
    internal static Gen<string> Definitions { get; } =
        Gen.Select(Gen.Int[2, 14], Gen.Int[0, 1_000].Array[60], Gen.Bool, static (states, numbers, isLong) => Write(states, numbers, isLong));

    private static string Write(int states, int[] numbers, bool isLong)
    {
        int used = 0;
        var texts = new List<string>();
        for (int i = 0; i < states; i++)
        {
            string next = i + 1 < states ? $"\"Next\":\"{Name(i + 1)}\"" : "\"End\":true";
            texts.Add($"\"{Name(i)}\":{{" + ((i == states - 1 ? 3 : Draw(4)) switch
            {
                0 => $"\"Type\":\"Choice\",\"Choices\":[{Rule(Any())},{Rule(Any())},{Rule(Any())}],\"Default\":\"{Name(Math.Min(i + 1, states - 1))}\"",
                1 => $"\"Type\":\"Task\",\"Resource\":\"f\",{Retrier()}\"Catch\":[{Catcher("A", Any())},{Catcher("States.ALL", Any())}],{next}",
                2 => $"\"Type\":\"Map\",{Retrier()}\"ItemProcessor\":{{\"StartAt\":\"in{i}\",\"States\":{{\"in{i}\":{{\"Type\":\"Wait\",\"Seconds\":1,\"End\":true}}}}}},\"Catch\":[{Catcher("States.ALL", Any())}],{next}",
                _ => $"\"Type\":\"Pass\",{next}",
            }) + "}");
        }

        return $"{{\"StartAt\":\"{Name(0)}\",\"States\":{{{string.Join(',', texts)}}}}}";

        int Draw(int below) => numbers[used++ % numbers.Length] % below;
        string Any() => Name(Draw(states));
        string Name(int i) => isLong && i % 2 == 0 ? $"s{i} with a name that does not fit on one line of its box" : $"s{i}";
        string Rule(string target) => $"{{\"Variable\":\"$.v\",\"NumericEquals\":{Draw(100_000)},\"Next\":\"{target}\"}}";
        string Catcher(string error, string target) => $"{{\"ErrorEquals\":[\"{error}\"],\"Next\":\"{target}\"}}";
        string Retrier() => Draw(2) == 0 ? string.Empty : "\"Retry\":[{\"ErrorEquals\":[\"An.Error.With.A.Long.Name\",\"B\"]},{\"ErrorEquals\":[\"States.ALL\"]}],";
    }
}
