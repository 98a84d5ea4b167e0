using LocalBridge.EventPatterns.Matching;

namespace LocalBridge.EventPatterns.Tests.Matching;

public sealed class WorkBudgetTests
{
    [Test]
    public void Spend_MoreThanAllowed_IsAnErrorOfTheEvent()
    {
        WorkBudget budget = new(records: 3);
        budget.Allow(fields: 2);

        budget.Spend(WorkBudget.BaseUnits);
        budget.Spend(WorkBudget.UnitsPerRecordAndField * 3 * 2);

        EventFormatException? exception = null;
        try
        {
            budget.Spend(1);
        }
        catch (EventFormatException thrown)
        {
            exception = thrown;
        }

        Assert.That(exception?.Message, Does.StartWith("The event cannot be read: the event repeats keys or nests arrays in so many ways that").And.EndsWith("takes too long (line 1, column 1, byte offset 0)."));
    }
}
