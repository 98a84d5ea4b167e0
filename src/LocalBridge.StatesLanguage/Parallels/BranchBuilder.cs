using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Parallels;

/// <summary>Collects the states of a branch of a Parallel state.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class BranchBuilder : StateGraphBuilder<BranchBuilder>
{
    internal BranchBuilder()
    {
    }
}
