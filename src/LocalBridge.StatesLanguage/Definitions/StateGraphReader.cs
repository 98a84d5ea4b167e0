using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Definitions;

/// <summary>Reads <c>StartAt</c> and <c>States</c>, and resolves the transitions between the states.</summary>
internal static class StateGraphReader
{
    /// <returns>The graph, or null when it cannot be made; why is among the diagnostics.</returns>
    internal static StateGraph? Read(FieldReader fields, QueryLanguage queryLanguage, string? comment = null)
    {
        if (!fields.Context.HasRoom(fields.Pointer))
        {
            return null;
        }

        string? startAt = fields.Text("StartAt");
        JsonObject? stateFields = fields.Object("States");
        if (startAt is null || stateFields is null)
        {
            return null;
        }

        string statesPointer = fields.PointerTo("States");
        var references = new List<StateReference>();
        ImmutableArray<State>.Builder states = ImmutableArray.CreateBuilder<State>(stateFields.Count);
        foreach (KeyValuePair<string, JsonValue> field in stateFields)
        {
            string pointer = JsonPointer.Append(statesPointer, field.Key);
            fields.Context.AddStateName(field.Key, pointer);
            if (!field.Value.IsObject)
            {
                fields.Context.Fault(pointer, "Expected value of type Object");
            }
            else if (StateReader.Read(fields.Context, field.Key, field.Value.AsObject(), pointer, queryLanguage, references) is { } state)
            {
                states.Add(state);
            }
        }

        bool isResolved = Resolve(fields, startAt, stateFields, states, references);
        return isResolved && states.Count == stateFields.Count ? new StateGraph(startAt, states.ToImmutable(), comment) : null;
    }

    private static bool Resolve(
        FieldReader fields, string startAt, JsonObject stateFields, ImmutableArray<State>.Builder states, List<StateReference> references)
    {
        Dictionary<string, State> byName = states.ToDictionary(static state => state.Name, StringComparer.Ordinal);
        bool isResolved = IsDefined(fields, stateFields, startAt, fields.PointerTo("StartAt"), "StartAt");
        var reached = new HashSet<string>(StringComparer.Ordinal) { startAt };
        foreach (StateReference reference in references)
        {
            string field = reference.Pointer[(reference.Pointer.LastIndexOf('/') + 1)..];
            isResolved &= IsDefined(fields, stateFields, reference.Name, reference.Pointer, field);
            reached.Add(reference.Name);
            if (byName.TryGetValue(reference.Name, out State? target))
            {
                reference.Target = target;
            }
        }

        // A state that could not be read hides the transitions out of it, so nothing can be said of reachability then.
        bool isWhole = states.Count == stateFields.Count && stateFields.ContainsKey(startAt);
        foreach (string name in isWhole ? stateFields.Names : [])
        {
            if (!reached.Contains(name))
            {
                string pointer = JsonPointer.Append(fields.PointerTo("States"), name);
                fields.Context.Fault(pointer, $"State \"{name}\" is not reachable.", DiagnosticCodes.MissingTransitionTarget);
            }
        }

        if (isWhole && isResolved && !states.Any(static state => state.IsTerminal))
        {
            fields.Context.Fault(
                fields.PointerTo("States"),
                "No terminal state: at least one state must have 'End', or be of type Succeed or Fail",
                DiagnosticCodes.MissingTransitionTarget);
        }

        return isResolved;
    }

    private static bool IsDefined(FieldReader fields, JsonObject stateFields, string name, string pointer, string field)
    {
        if (stateFields.ContainsKey(name))
        {
            return true;
        }

        fields.Context.Fault(
            pointer, $"Missing '{field}' target: {name}", DiagnosticCodes.MissingTransitionTarget, Suggestion.For(name, stateFields.Names.ToArray()));
        return false;
    }
}
