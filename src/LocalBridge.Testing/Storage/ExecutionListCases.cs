using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.Storage;
using static LocalBridge.Testing.Storage.StorageSession;

namespace LocalBridge.Testing.Storage;

/// <summary>What must be so of lists of executions.</summary>
internal static class ExecutionListCases
{
    internal static IReadOnlyList<StorageConformanceCase> All { get; } =
    [
        new("List: pages come newest first, and what starts meanwhile shifts none", PagesAsync),
        new("List: a status filter leaves the others out", StatusAsync),
        new("List: the executions of other state machines are not in it", MachinesAsync),
        new("List: a token of something else is a FormatException", TokenAsync),
    ];

    private static async Task PagesAsync(StorageSession session)
    {
        for (int i = 0; i < 25; i++)
        {
            await session.CommitAsync(Checkpoint($"{i:00}", 0, i % 3 == 0 ? ExecutionStatus.Succeeded : ExecutionStatus.Running)).ConfigureAwait(false);
        }

        var names = new List<string>();
        string? token = null;
        int late = 0;
        do
        {
            StoredExecutionPage page = await session.Storage.ReadExecutionsAsync(new ExecutionQuery(Machine, null, 10, token), session.Token).ConfigureAwait(false);
            names.AddRange(page.Executions.Select(static execution => execution.ExecutionArn));
            token = page.NextToken;
            await session.CommitAsync(Checkpoint($"late {late++}", 0)).ConfigureAwait(false);
            await session.CommitAsync(Checkpoint("01", late, ExecutionStatus.Running)).ConfigureAwait(false);
        }
        while (token is not null);
        Sequence(names, Enumerable.Range(0, 25).Reverse().Select(static i => Arn($"{i:00}")), "Executions");
        StoredExecutionPage exact = await session.Storage.ReadExecutionsAsync(new ExecutionQuery(Machine, null, 25 + late, null), session.Token).ConfigureAwait(false);
        Equal(exact.NextToken, null, "Token of a page that holds everything");
    }

    private static async Task StatusAsync(StorageSession session)
    {
        ExecutionStatus[] all = [ExecutionStatus.Running, ExecutionStatus.Succeeded, ExecutionStatus.Failed, ExecutionStatus.TimedOut, ExecutionStatus.Aborted];
        for (int i = 0; i < 20; i++)
        {
            await session.CommitAsync(Checkpoint($"{i:00}", 0)).ConfigureAwait(false);
            if (i % 5 > 0)
            {
                await session.CommitAsync(Checkpoint($"{i:00}", 1, all[i % 5])).ConfigureAwait(false);
            }
        }

        for (int status = 0; status < all.Length; status++)
        {
            StoredExecutionPage first = await session.Storage.ReadExecutionsAsync(new ExecutionQuery(Machine, all[status], 3, null), session.Token).ConfigureAwait(false);
            StoredExecutionPage second = await session.Storage.ReadExecutionsAsync(
                new ExecutionQuery(Machine, all[status], 3, first.NextToken), session.Token).ConfigureAwait(false);
            int offset = status;
            Sequence(
                first.Executions.Concat(second.Executions).Select(static execution => execution.ExecutionArn),
                Enumerable.Range(0, 4).Reverse().Select(i => Arn($"{(i * 5) + offset:00}")),
                $"Executions that are {all[status]}");
            True(first.Executions.Concat(second.Executions).All(execution => execution.Status == all[offset]), "A status is not the one asked for.");
        }
    }

    private static async Task MachinesAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0), Checkpoint("b", 0, machine: "other")).ConfigureAwait(false);
        StoredExecutionPage page = await session.Storage.ReadExecutionsAsync(new ExecutionQuery("other", null, 10, null), session.Token).ConfigureAwait(false);
        Sequence(page.Executions.Select(static execution => execution.ExecutionArn), [Arn("b")], "Executions");
        page = await session.Storage.ReadExecutionsAsync(new ExecutionQuery("none", null, 10, null), session.Token).ConfigureAwait(false);
        Equal(page.Executions.Length, 0, "Executions of a state machine without any");
    }

    private static async Task TokenAsync(StorageSession session)
    {
        await session.CommitAsync(Checkpoint("a", 0)).ConfigureAwait(false);
        try
        {
            await session.Storage.ReadExecutionsAsync(new ExecutionQuery(Machine, null, 10, "no token"), session.Token).ConfigureAwait(false);
        }
        catch (FormatException)
        {
            return;
        }

        throw new StorageConformanceException("A token that is none was taken; expected was a FormatException.");
    }
}
