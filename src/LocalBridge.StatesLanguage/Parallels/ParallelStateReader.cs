using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Parallels;

/// <summary>Reads a Parallel state.</summary>
internal static class ParallelStateReader
{
    internal static ParallelState? Read(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        fields.Require("Branches");
        JsonArray? elements = fields.Array("Branches");
        if (elements is { Count: 0 })
        {
            fields.Fault("Branches", "Value cannot be empty");
        }

        ImmutableArray<StateGraph> branches = elements is null ? [] : ReadBranches(state, elements);
        StateFields common = state.Read();
        return branches.IsEmpty || branches.Length != elements!.Count ? null : new ParallelState(common, branches);
    }

    private static ImmutableArray<StateGraph> ReadBranches(StateFieldsReader state, JsonArray elements)
    {
        ImmutableArray<StateGraph>.Builder branches = ImmutableArray.CreateBuilder<StateGraph>(elements.Count);
        for (int i = 0; i < elements.Count; i++)
        {
            string pointer = JsonPointer.Append(state.Fields.PointerTo("Branches"), i);
            if (!elements[i].IsObject)
            {
                state.Fields.Context.Fault(pointer, "Expected value of type Object");
                continue;
            }

            var branch = new FieldReader(state.Fields.Context, elements[i].AsObject(), pointer);
            branch.Require("States", "StartAt");
            string? comment = branch.Text("Comment");
            StateGraph? graph = StateGraphReader.Read(branch, state.MachineLanguage, comment);
            branch.Finish();
            if (graph is not null)
            {
                branches.Add(graph);
            }
        }

        return branches.ToImmutable();
    }
}
