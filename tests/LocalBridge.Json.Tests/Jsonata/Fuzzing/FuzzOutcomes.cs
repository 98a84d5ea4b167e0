using LocalBridge.Json.Jsonata;

namespace LocalBridge.Json.Tests.Jsonata.Fuzzing;

/// <summary>Runs expressions and counts what came of them.</summary>
internal sealed class FuzzOutcomes
{
    private const int MostProblems = 20;

    // Far beyond the limit of the options, so that a busy machine is no problem.
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(20);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly List<string> _problems = [];
    private int _syntaxErrors;
    private int _failures;
    private int _timeouts;

    /// <summary>Gets what must not be: another exception, a place outside of the text, an evaluation that ignores its limit.</summary>
    internal IReadOnlyList<string> Problems => _problems;

    /// <summary>Gets how many expressions had a result, be it nothing.</summary>
    internal int Results { get; private set; }

    internal void Run(int number, string text, JsonataOptions options, JsonValue input)
    {
        long start = _clock.GetTimestamp();
        try
        {
            if (!JsonataExpression.TryCompile(text, out JsonataExpression? expression, out JsonataException? error, options))
            {
                _syntaxErrors++;
                Check(number, text, error);
                return;
            }

            JsonValue result = expression.Evaluate(input);
            Results++;
            _ = result.ToString();
        }
        catch (JsonataException failure)
        {
            _failures++;
            _timeouts += failure.Code == "U1001" ? 1 : 0;
            Check(number, text, failure);
        }
        catch (Exception unexpected)
        {
            Add(number, text, $"{unexpected}");
        }

        if (_clock.GetElapsedTime(start) > LongestRun)
        {
            Add(number, text, $"took {_clock.GetElapsedTime(start)}");
        }
    }

    /// <summary>Returns the counts.</summary>
    public override string ToString() => $"{Results} results, {_syntaxErrors} syntax errors, {_failures} failures ({_timeouts} of limits), {_problems.Count} problems";

    private void Check(int number, string text, JsonataException error)
    {
        // An error inside of what $eval compiles is located in that text.
        bool isInside = error.Position <= text.Length || error.Code is "D3120" or "D3121";
        if (!isInside || string.IsNullOrEmpty(error.Code) || string.IsNullOrEmpty(error.ToDiagnostic()))
        {
            Add(number, text, $"{error.Code} at {error.Position}: {error.Message}");
        }
    }

    private void Add(int number, string text, string problem)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add($"#{number} {text}{Environment.NewLine}  {problem}");
        }
    }
}
