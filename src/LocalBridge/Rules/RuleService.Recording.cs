using LocalBridge.Diagnostics;
using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.Storage;
using LocalBridge.Targets;

namespace LocalBridge.Rules;

/// <summary>Rules that are made at run time and what durable storage has of them, where other processes may change them.</summary>
internal sealed partial class RuleService
{
    /// <summary>Lets one durable change go after the other.</summary>
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Brings the recorded rules up to date with the storage. A rule of the code stays as code has it.</summary>
    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await ReloadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Changes a rule; in durable storage first, so that what shows is committed.</summary>
    /// <param name="eventBus">The bus of the rule.</param>
    /// <param name="name">The rule.</param>
    /// <param name="change">Makes the new rule of the old one; null for none. It is asked again when another process has changed the rule meanwhile, so that neither change is lost.</param>
    /// <param name="cancellationToken">Gives the change up.</param>
    private async ValueTask ChangeAsync(
        EventBus eventBus, string name, Func<RegisteredRule?, RegisteredRule?> change, CancellationToken cancellationToken)
    {
        if (!_services.Definitions.IsDurable)
        {
            eventBus.Rules.Change(name, change);
            return;
        }

        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (!await TryChangeAsync(eventBus, name, change, cancellationToken).ConfigureAwait(false))
                await ReloadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }

    private async ValueTask<bool> TryChangeAsync(
        EventBus eventBus, string name, Func<RegisteredRule?, RegisteredRule?> change, CancellationToken cancellationToken)
    {
        eventBus.Rules.TryGet(name, out RegisteredRule? old);
        RegisteredRule? changed = change(old);
        if (ReferenceEquals(changed, old))
            return true;
        long? version = old is null ? 0 : old.Record?.Version;
        try
        {
            if (changed is null)
            {
                await _services.Definitions.RemoveRuleAsync(eventBus.Name, name, version, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                var stored = StoredRule.Of(changed);
                await _services.Definitions.PutAsync(stored, version, cancellationToken).ConfigureAwait(false);
                changed = changed with { Record = new RuleRecord(RuleFormat.ToText(stored), version + 1) };
            }
        }
        catch (StorageConflictException)
        {
            return false;
        }

        eventBus.Rules.Change(name, _ => changed);
        return true;
    }

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        List<(StoredRule Rule, long Version)> all = await _services.Definitions.ReadRulesAsync(cancellationToken).ConfigureAwait(false);
        foreach ((StoredRule stored, long version) in all)
        {
            if (_eventBuses.Find(stored.EventBusName) is { } eventBus)
                eventBus.Rules.Change(stored.Request.Name, old => Restore(eventBus, old, stored, version));
        }

        HashSet<(string EventBus, string Name)> kept = [.. all.Select(static stored => (stored.Rule.EventBusName, stored.Rule.Request.Name))];
        foreach (EventBus eventBus in _eventBuses.All)
        {
            foreach (RegisteredRule rule in eventBus.Rules.Rules.Values.Where(rule => rule.Record is not null && !kept.Contains((eventBus.Name, rule.Name))))
            {
                eventBus.Rules.Change(rule.Name, static _ => null);
                _logger.RuleDeleted(rule.Name, eventBus.Name);
            }
        }
    }

    /// <summary>Makes a rule of what is stored. A target that is as it was stays, with what waits in it; one that cannot be resolved in this process is logged, and tried again the
    /// next time.</summary>
    private RegisteredRule? Restore(EventBus eventBus, RegisteredRule? old, StoredRule stored, long version)
    {
        if (old is { Record: null })
            return old;
        var record = new RuleRecord(RuleFormat.ToText(stored), version);
        if (old?.Record?.Text == record.Text && old.Targets.All(static target => target.Dispatch is not null))
            return old.Record == record ? old : old with { Record = record };
        (_, _, Func<RegisteredRule?, RegisteredRule?> change) = PreparePut(stored.Request);
        RegisteredRule rule = change(old)! with { Record = record };
        var targets = new List<RuleTarget>(stored.Targets.Count);
        foreach (Target target in stored.Targets)
        {
            string text = TargetFormat.Write(target).ToString();
            RuleTarget? same = rule.Targets.FirstOrDefault(known => TargetFormat.Write(known.Definition).ToString() == text);
            targets.Add(same is { Dispatch: not null } ? same : CreateTarget(eventBus, rule, target, isKnown: same is not null));
        }

        if (old?.Record?.Text != record.Text)
            _logger.RulePut(rule.Name, eventBus.Name, rule.State);
        return rule with { Targets = [.. targets] };
    }

    private RuleTarget CreateTarget(EventBus eventBus, RegisteredRule rule, Target target, bool isKnown)
    {
        try
        {
            return CreateTarget(eventBus, rule, target);
        }
        catch (LocalBridgeException exception)
        {
            if (!isKnown)
                _logger.StoredTargetUnresolved(exception, target.Id, rule.Name, eventBus.Name);
            return new RuleTarget(target, null);
        }
    }
}
