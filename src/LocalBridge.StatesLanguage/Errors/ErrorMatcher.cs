using System.Collections.Immutable;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Decides whether an <c>ErrorEquals</c> list names an error.</summary>
internal static class ErrorMatcher
{
    internal static bool Matches(ImmutableArray<string> errorEquals, StateError error)
    {
        foreach (string name in errorEquals)
        {
            if (Matches(name, error))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string name, StateError error) => name switch
    {
        ErrorNames.All => true,
        ErrorNames.TaskFailed => error.IsTaskFailure && error.Error != ErrorNames.Timeout,
        ErrorNames.HeartbeatTimeout => error.IsHeartbeatTimeout || error.Error == ErrorNames.HeartbeatTimeout,
        _ => string.Equals(name, error.Error, StringComparison.Ordinal),
    };
}
