using System.Collections.Concurrent;

namespace LocalBridge.Sqlite.Writing;

/// <summary>Knows of which executions the tables may lack something, so that who reads another one need not wait for a fold.</summary>
/// <remarks>Changed by who writes; asked from any thread. What it says may be too much, never too little.</remarks>
internal sealed class PendingArns
{
    private volatile ConcurrentDictionary<string, bool> _arns = new(StringComparer.Ordinal);
    private volatile bool _isUnknown = true;
    private ConcurrentDictionary<string, bool>? _sinceFold; // of the transaction under way, if it has folded

    internal bool Contains(string arn) => _isUnknown || _arns.ContainsKey(arn);

    /// <summary>Takes note of a checkpoint, before it is committed.</summary>
    internal void Add(string arn)
    {
        _arns.TryAdd(arn, true);
        _sinceFold?.TryAdd(arn, true);
    }

    /// <summary>Takes note that the transaction under way brings everything into the tables.</summary>
    internal void OnFolded() => _sinceFold = new(StringComparer.Ordinal);

    /// <summary>Takes note that the transaction was committed.</summary>
    internal void OnCommitted()
    {
        if (_sinceFold is { } arns)
        {
            _arns = arns;
            _sinceFold = null;
            _isUnknown = false;
        }
    }

    /// <summary>Takes note that it is not known what the tables lack.</summary>
    internal void OnFailed()
    {
        _sinceFold = null;
        _isUnknown = true;
    }
}
