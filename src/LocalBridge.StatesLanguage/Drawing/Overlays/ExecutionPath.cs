namespace LocalBridge.StatesLanguage.Drawing.Overlays;

/// <summary>The way of an execution through its machine, as its history tells it.</summary>
internal sealed class ExecutionPath(
    IReadOnlyDictionary<string, StatePath> states, IReadOnlySet<(string From, string To, bool Caught)> transitions, string? outcome)
{
    internal StatePath Of(string state) => states.TryGetValue(state, out StatePath? path) ? path : StatePath.NotReached;

    internal bool Took(string from, string to, bool caught) => transitions.Contains((from, to, caught));

    internal string Describe() => $"The execution shown visited {states.Count} of them; its status is {outcome ?? "Running"}.";
}
