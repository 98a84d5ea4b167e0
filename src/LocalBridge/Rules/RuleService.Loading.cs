using LocalBridge.Diagnostics;
using LocalBridge.Errors;
using LocalBridge.EventBuses;
using LocalBridge.Targets;

namespace LocalBridge.Rules;

internal sealed partial class RuleService
{
    /// <summary>Brings the recorded rules up to date with the storage, where other processes may have changed them. A rule of the code stays as code has it.</summary>
    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            List<StoredRule> all = await _services.Definitions.ReadRulesAsync(cancellationToken).ConfigureAwait(false);
            foreach (StoredRule stored in all)
            {
                if (_eventBuses.Find(stored.EventBusName) is { } eventBus)
                    eventBus.Rules.Change(stored.Request.Name, old => Restore(eventBus, old, stored));
            }

            HashSet<(string EventBus, string Name)> kept = [.. all.Select(static stored => (stored.EventBusName, stored.Request.Name))];
            foreach (EventBus eventBus in _eventBuses.All)
            {
                foreach (RegisteredRule rule in eventBus.Rules.Rules.Values.Where(rule => rule.Record is not null && !kept.Contains((eventBus.Name, rule.Name))))
                {
                    eventBus.Rules.Change(rule.Name, static _ => null);
                    _logger.RuleDeleted(rule.Name, eventBus.Name);
                }
            }
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Makes a rule of what is stored. A target that is as it was stays, with what waits in it; one that cannot be resolved in this process is left out, and logged.</summary>
    private RegisteredRule? Restore(EventBus eventBus, RegisteredRule? old, StoredRule stored)
    {
        string record = RuleFormat.ToText(stored);
        if (old is not null && (old.Record is null || old.Record == record))
            return old;
        (_, _, Func<RegisteredRule?, RegisteredRule?> change) = PreparePut(stored.Request);
        RegisteredRule rule = change(old)! with { Record = record };
        var targets = new List<RuleTarget>(stored.Targets.Count);
        foreach (Target target in stored.Targets)
        {
            string text = TargetFormat.Write(target).ToString();
            if (rule.Targets.FirstOrDefault(known => TargetFormat.Write(known.Definition).ToString() == text) is { } same)
                targets.Add(same);
            else if (TryCreateTarget(eventBus, rule, target) is { } created)
                targets.Add(created);
        }

        _logger.RulePut(rule.Name, eventBus.Name, rule.State);
        return rule with { Targets = [.. targets] };
    }

    private RuleTarget? TryCreateTarget(EventBus eventBus, RegisteredRule rule, Target target)
    {
        try
        {
            return CreateTarget(eventBus, rule, target);
        }
        catch (LocalBridgeException exception)
        {
            _logger.StoredTargetUnresolved(exception, target.Id, rule.Name, eventBus.Name);
            return null;
        }
    }
}
