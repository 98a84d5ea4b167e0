using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Parallels;

/// <summary>Writes the fields that only a Parallel state has.</summary>
internal static class ParallelStateWriter
{
    internal static void Write(FieldWriter fields, ParallelState state, QueryLanguage machineLanguage) =>
        fields.List("Branches", state.Branches, branch => StateGraphWriter.Write(branch, machineLanguage));
}
