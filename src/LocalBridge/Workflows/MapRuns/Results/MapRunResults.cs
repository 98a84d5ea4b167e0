using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.MapRuns;
using LocalBridge.StatesLanguage.Maps;

namespace LocalBridge.Workflows.MapRuns.Results;

/// <summary>Shapes the results of a Map Run ("ResultWriter (Map)", "Transformation"). An execution that did not succeed is told as it is, in every shape.</summary>
/// <param name="plan">What the Map Run was to do.</param>
/// <param name="childAt">Tells what a child was started with.</param>
/// <param name="outcomes">How the children ended.</param>
/// <param name="started">How many were started.</param>
internal sealed class MapRunResults(MapRunPlan plan, Func<int, MapRunChild> childAt, MapRunOutcome[] outcomes, int started)
{
    /// <summary>Makes the result of the state, when nothing is written elsewhere.</summary>
    internal JsonValue Create() => Select(static _ => true, plan.State.ResultWriter?.Transformation ?? ResultTransformation.Compact);

    /// <summary>Makes the results of the children that ended as asked for.</summary>
    internal JsonArray Select(Func<ExecutionStatus, bool> isWanted, ResultTransformation transformation)
    {
        var results = new JsonArrayBuilder(outcomes.Length);
        for (int i = 0; i < started; i++)
        {
            MapRunOutcome outcome = outcomes[i];
            if (!isWanted(outcome.Result.Status))
            {
                continue;
            }

            if (transformation == ResultTransformation.None || outcome.Result.Status != ExecutionStatus.Succeeded)
            {
                results.Add(ChildReport.Write(childAt(i), outcome, plan.ChildStateMachineArn));
            }
            else if (transformation == ResultTransformation.Flatten && outcome.Result.Output.TryGetArray(out JsonArray? inner))
            {
                results.AddRange(inner.AsSpan());
            }
            else
            {
                results.Add(outcome.Result.Output);
            }
        }

        return results.Build();
    }

    /// <summary>Makes the entries of the children that were not started.</summary>
    internal JsonArray SelectPending()
    {
        var pending = new JsonArrayBuilder();
        for (int i = started; i < outcomes.Length; i++)
        {
            pending.Add(ChildReport.WritePending(childAt(i), plan.ChildStateMachineArn));
        }

        return pending.Build();
    }
}
