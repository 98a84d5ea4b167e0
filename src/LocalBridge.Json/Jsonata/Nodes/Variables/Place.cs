using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Evaluating;

namespace LocalBridge.Json.Jsonata.Nodes.Variables;

/// <summary>Names where a variable is kept, seen from where it is used: on the stack, or so many frames out.</summary>
internal readonly record struct Place(int Slot, int Frames)
{
    internal bool IsLocal => Frames < 0;

    internal static Place Of(Variable variable, Scope from) =>
        new(variable.Slot, variable.Scope.IsCaptured ? from.FramesUpTo(variable.Scope) : -1);

    internal ref JsonValue In(Evaluation evaluation)
    {
        if (IsLocal)
        {
            return ref evaluation.Local(Slot);
        }

        Frame frame = evaluation.Frame!;
        for (int i = Frames; i > 0; i--)
        {
            frame = frame.Parent!;
        }

        return ref frame.Slots[Slot];
    }
}
