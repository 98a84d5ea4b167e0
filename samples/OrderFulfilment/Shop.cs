using LocalBridge.Functions;

namespace OrderFulfilment;

/// <summary>The systems around the workflow: a warehouse that is busy at first, and a bank that refuses some cards.</summary>
internal sealed class Shop
{
    private int _busy = 1;

    internal Reservation ReserveStock(Order order)
    {
        if (order.Item == "unicorn")
        {
            throw new FunctionException("OutOfStock", $"There is no {order.Item} left.");
        }

        if (_busy-- > 0)
        {
            Console.WriteLine($"    warehouse: busy, try order {order.OrderId} again");
            throw new FunctionException("WarehouseBusy", "All hands are at work.");
        }

        Console.WriteLine($"    warehouse: 1 {order.Item} put aside for order {order.OrderId}");
        return new Reservation(order.Item, "A-12");
    }

    internal static string ChargeCard(Order order)
    {
        if (order.Item == "yacht")
        {
            Console.WriteLine($"    bank:      refuses {order.Total} for order {order.OrderId}");
            throw new FunctionException("CardRefused", "The limit of the card is lower.");
        }

        Console.WriteLine($"    bank:      {order.Total} charged for order {order.OrderId}");
        return "paid";
    }

    internal static async Task<string> NotifyWarehouseAsync(Order order, CancellationToken cancellationToken)
    {
        // Takes longer than the bank, so that the sample prints the same lines every time.
        await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);
        Console.WriteLine($"    warehouse: packs order {order.OrderId}");
        return "packed";
    }

    internal static void ReleaseStock(Order order) => Console.WriteLine($"    warehouse: puts the {order.Item} of order {order.OrderId} back");
}
