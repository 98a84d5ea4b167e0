using LocalBridge.Json.Writing;

namespace LocalBridge.Json.Paths.Steps;

/// <summary>Represents <c>..</c>: the next step is applied to the value and to all arrays and objects in it.</summary>
internal sealed class ScanStep(int position) : PathStep(position)
{
    internal override bool IsDefinite => false;

    internal override string Text => "..";

    internal override bool Evaluate(PathWalk walk, JsonValue value)
    {
        PathStep wanted = Next!;
        if (value.Reference is not (JsonArray or JsonObject))
        {
            return true;
        }

        // The open containers stand on the heap: the depth of the value is not bounded by the call stack.
        var open = default(JsonTreeStack);
        var frame = new JsonTreeFrame(value);
        if (!Visit(walk, wanted, value))
        {
            return false;
        }

        while (true)
        {
            if (frame.IsAtEnd)
            {
                if (!open.TryPop(out frame))
                {
                    return true;
                }

                walk.Leave();
                continue;
            }

            JsonValue child = frame.Current;
            if (child.Reference is not (JsonArray or JsonObject))
            {
                frame.Next++;
                continue;
            }

            Enter(walk, frame);
            frame.Next++;
            open.Push(frame);
            frame = new JsonTreeFrame(child);
            if (!Visit(walk, wanted, child))
            {
                return LeaveAll(walk, open.Count);
            }
        }
    }

    private static void Enter(PathWalk walk, JsonTreeFrame frame)
    {
        if (frame.Object is { } members)
        {
            walk.Enter(members.Names[frame.Next]);
        }
        else
        {
            walk.Enter(frame.Next);
        }
    }

    private static bool LeaveAll(PathWalk walk, int count)
    {
        for (int i = 0; i < count; i++)
        {
            walk.Leave();
        }

        return false;
    }

    private static bool Visit(PathWalk walk, PathStep wanted, JsonValue container)
    {
        if (!walk.Spend() || !wanted.IsFoundByScan(walk, container))
        {
            return !walk.HasFailed;
        }

        if (wanted.IsLast || !container.TryGetArray(out JsonArray? array))
        {
            return wanted.Evaluate(walk, container);
        }

        // As the service does: a step into an array that is not the last one is taken to every element, whatever it selects.
        for (int index = 0; index < array.Count; index++)
        {
            walk.Enter(index);
            bool succeeded = wanted.Continue(walk, array.AsSpan()[index]);
            walk.Leave();
            if (!succeeded)
            {
                return false;
            }
        }

        return true;
    }
}
