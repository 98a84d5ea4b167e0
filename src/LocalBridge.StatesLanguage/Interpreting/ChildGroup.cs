using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Interpreting;

/// <summary>The branches of a Parallel state or the iterations of a Map state while they run.</summary>
internal sealed class ChildGroup(int count, int maxConcurrency)
{
    private readonly JsonValue[] _results = new JsonValue[count];

    /// <summary>The frames that run now.</summary>
    internal List<Frame> Running { get; } = [];

    /// <summary>How many branches or iterations there are in all.</summary>
    internal int Count => _results.Length;

    /// <summary>The position of the next one to start.</summary>
    internal int Next { get; private set; }

    internal int Completed { get; private set; }

    internal int MaxConcurrency => maxConcurrency;

    /// <summary>The results so far; undefined where a branch or iteration has not ended.</summary>
    internal ReadOnlySpan<JsonValue> Results => _results;

    /// <summary>The positions whose results the last checkpoint did not have.</summary>
    internal List<int> NewResults { get; } = [];

    internal bool CanStart => Next < Count && Running.Count < MaxConcurrency;

    internal bool IsComplete => Completed == Count;

    /// <summary>The items of a Map state; undefined for a Parallel state.</summary>
    internal JsonValue Items { get; init; }

    /// <summary>The effective input of a Map state, which its item selector reads; undefined for a Parallel state.</summary>
    internal JsonValue Input { get; init; }

    internal void Start(Frame child)
    {
        Running.Add(child);
        Next++;
    }

    internal void Complete(Frame child, JsonValue result)
    {
        Running.Remove(child);
        _results[child.Index] = result;
        Completed++;
    }

    /// <summary>Puts back a result that was read back.</summary>
    internal void Restore(int index, JsonValue result)
    {
        _results[index] = result;
        Completed++;
        Next++;
    }

    internal JsonValue BuildResult() => JsonArray.Create(_results);
}
