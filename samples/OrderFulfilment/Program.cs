Console.WriteLine("placeholder until the runtime lands in this branch");
