using System.Threading.Channels;
using LocalBridge.Json;

namespace LocalBridge.Benchmarks.Workflows;

/// <summary>Five steps, each one a message to one worker: what a hop through a channel costs.</summary>
internal sealed class ChannelBaseline : IAsyncDisposable
{
    private readonly Channel<(JsonValue Input, TaskCompletionSource<JsonValue> Answer)> _channel =
        Channel.CreateUnbounded<(JsonValue, TaskCompletionSource<JsonValue>)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _worker;

    internal ChannelBaseline()
    {
        _worker = WorkAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Writer.Complete();
        await _worker;
    }

    internal async Task<JsonValue> RunAsync(JsonValue input)
    {
        for (int i = 0; i < 5; i++)
        {
            var answer = new TaskCompletionSource<JsonValue>(TaskCreationOptions.RunContinuationsAsynchronously);
            _channel.Writer.TryWrite((input, answer));
            input = await answer.Task;
        }

        return input;
    }

    private async Task WorkAsync()
    {
        await foreach ((JsonValue input, TaskCompletionSource<JsonValue> answer) in _channel.Reader.ReadAllAsync())
        {
            answer.SetResult(Baselines.Increment(input));
        }
    }
}
