using System.Buffers;
using LocalBridge.Workflows.Errors;

namespace LocalBridge.Workflows;

/// <summary>Holds the rules for the names of state machines, executions and activities (<c>Name</c> of the AWS API).</summary>
internal static class StatesNames
{
    private const int MaximumLength = 80;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>{}[]?*\"#%\\^|~`$&,;:/");

    internal static void Check(string name)
    {
        if (!IsValid(name))
        {
            throw new InvalidNameException(name);
        }
    }

    private static bool IsValid(string name)
    {
        if (name.Length is 0 or > MaximumLength || name.AsSpan().ContainsAny(Forbidden))
        {
            return false;
        }

        foreach (char character in name)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                return false;
            }
        }

        return true;
    }
}
