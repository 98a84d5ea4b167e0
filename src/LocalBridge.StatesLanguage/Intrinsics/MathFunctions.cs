using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;

namespace LocalBridge.StatesLanguage.Intrinsics;

/// <summary>The intrinsic functions on numbers. Fractions are rounded first, halves up, as the service does.</summary>
internal static class MathFunctions
{
    internal static IntrinsicResult Add(JsonValue[] arguments)
    {
        if (!TryRound(arguments[0], out long left))
        {
            return IntrinsicResult.WrongType("the first argument", "a number", arguments[0]);
        }

        if (!TryRound(arguments[1], out long right))
        {
            return IntrinsicResult.WrongType("the second argument", "a number", arguments[1]);
        }

        return IntrinsicResult.Of(unchecked(left + right));
    }

    /// <summary>Returns a whole number from the first argument to below the second. The third seeds a sequence of its own.</summary>
    internal static IntrinsicResult Random(JsonValue[] arguments, ExecutionRandom random)
    {
        if (!TryRound(arguments[0], out long start))
        {
            return IntrinsicResult.WrongType("the start", "a number", arguments[0]);
        }

        if (!TryRound(arguments[1], out long end))
        {
            return IntrinsicResult.WrongType("the end", "a number", arguments[1]);
        }

        if (end <= start)
        {
            return IntrinsicResult.Invalid($"the end {end} must be greater than the start {start}");
        }

        if (arguments.Length == 3)
        {
            if (!TryRound(arguments[2], out long seed))
            {
                return IntrinsicResult.WrongType("the seed", "a number", arguments[2]);
            }

            random = new ExecutionRandom(unchecked((ulong)seed));
        }

        ulong span = unchecked((ulong)end - (ulong)start);
        return IntrinsicResult.Of(unchecked((long)((ulong)start + (ulong)(random.NextDouble() * span))));
    }

    internal static bool TryRound(JsonValue value, out long rounded)
    {
        rounded = 0;
        if (!value.IsNumber)
        {
            return false;
        }

        if (!value.TryGetInt64(out rounded))
        {
            rounded = (long)Math.Floor(value.GetDouble() + 0.5);
        }

        return true;
    }
}
