using System.Text.Json;
using LocalBridge.Conformance.Comparing;

namespace LocalBridge.Conformance.Running.StepFunctions.Playback;

/// <summary>Hands out the recorded answers of a case, each once.</summary>
/// <remarks>Safe for use from any thread.</remarks>
internal sealed class Script
{
    // Guards the list and what placeholders stand for.
    private readonly Lock _lock = new();

    private readonly List<ScriptEntry> _left;

    // A recorded request tells what its placeholders stand for in this run; the recorded answer then says the same.
    private readonly JsonComparer _requests = new(ComparisonRules.StepFunctions, new PlaceholderScope());

    private Script(IEnumerable<ScriptEntry> entries)
    {
        _left = [.. entries];
    }

    /// <summary>Reads the <c>script</c> member of a case or row.</summary>
    public static Script Read(JsonElement script) =>
        new(script.ValueKind == JsonValueKind.Array ? script.EnumerateArray().Select(ScriptEntry.Read) : []);

    /// <summary>Takes the answer to an attempt: by the state's name, then by order. Where iterations interleave, an answer to this very
    /// request goes first.</summary>
    /// <param name="state">The Task state.</param>
    /// <param name="request">The JSON text of what it asks.</param>
    /// <returns><see langword="null"/> when the recording has no further answer of that state.</returns>
    public ScriptEntry? Take(string state, string request) => Take(entry => entry.State == state, request);

    /// <summary>Takes the answer to an activity task: a worker knows the activity, but not the state.</summary>
    public ScriptEntry? TakeActivity(string activityArn, string request) => Take(entry => entry.Resource == activityArn, request);

    /// <summary>Returns whether the recording has a further answer of that resource.</summary>
    public bool HasResource(string resource)
    {
        lock (_lock)
        {
            return _left.Exists(entry => entry.Resource == resource);
        }
    }

    private ScriptEntry? Take(Predicate<ScriptEntry> isMeant, string request)
    {
        lock (_lock)
        {
            int first = _left.FindIndex(isMeant);
            if (first < 0)
            {
                return null;
            }

            int index = JsonTexts.TryParse(request, out JsonElement actual)
                ? _left.FindIndex(entry => isMeant(entry) && _requests.AreEqual(entry.Request, actual))
                : -1;
            ScriptEntry taken = _left[index < 0 ? first : index];
            _left.Remove(taken);
            return taken.Fill(_requests.Scope);
        }
    }
}
